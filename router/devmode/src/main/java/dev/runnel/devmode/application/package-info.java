/**
 * What {@code ./runnel dev} does before it starts Maven: it finds the functions, in this repository
 * and in others, and writes the one Maven module that holds the sources of them all. It runs from
 * its source files, before anything is compiled, so it uses nothing but the JDK.
 */
@NullMarked
package dev.runnel.devmode.application;

import org.jspecify.annotations.NullMarked;
