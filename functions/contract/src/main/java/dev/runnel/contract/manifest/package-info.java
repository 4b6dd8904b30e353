/**
 * What a function says about itself, as types, and the reader that turns {@code
 * META-INF/runnel/function.yaml} into them or says, with file and line, what is wrong.
 */
@NullMarked
package dev.runnel.contract.manifest;

import org.jspecify.annotations.NullMarked;
