/** How the scripts that make native executables behave on machines that lack what they need. */
@NullMarked
package dev.runnel.toolchain;

import org.jspecify.annotations.NullMarked;
