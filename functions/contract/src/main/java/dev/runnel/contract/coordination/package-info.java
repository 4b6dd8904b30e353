/**
 * What several say alike without asking each other: who of them is to do something, and how much a
 * silence suspects that somebody is dead.
 */
@NullMarked
package dev.runnel.contract.coordination;

import org.jspecify.annotations.NullMarked;
