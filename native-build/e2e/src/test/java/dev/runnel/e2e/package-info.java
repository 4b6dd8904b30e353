/** The assembled system, used the way the README says: one command, one curl, one edit. */
@NullMarked
package dev.runnel.e2e;

import org.jspecify.annotations.NullMarked;
