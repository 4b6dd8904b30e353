/**
 * The house rules as tests: which part may use which, how large and how named things are, what
 * makes a capability whole. They read the folders of the whole repository, so they run last.
 */
@NullMarked
package dev.runnel.structure;

import org.jspecify.annotations.NullMarked;
