/** What people ask about runs. */
@NullMarked
package dev.runnel.server.runs;

import org.jspecify.annotations.NullMarked;
