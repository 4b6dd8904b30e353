/** The packaged router as a process: how it starts, and what makes it start fast. */
@NullMarked
package dev.runnel.application;

import org.jspecify.annotations.NullMarked;
