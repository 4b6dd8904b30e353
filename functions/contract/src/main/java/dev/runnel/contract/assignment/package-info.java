/** Who of several is to do something, so that functions and routers say the same without asking. */
@NullMarked
package dev.runnel.contract.assignment;

import org.jspecify.annotations.NullMarked;
