/** What can be chosen about shared state: plain records, which say what is wrong with them. */
@NullMarked
package dev.runnel.infinispan.settings;

import org.jspecify.annotations.NullMarked;
