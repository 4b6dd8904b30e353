/**
 * What is hardly meant in manifests that are good together: {@link
 * dev.runnel.engine.advice.Warnings} lists it, and stops nothing. Each kind of advice is a class of
 * its own; none compares all functions with all others.
 */
@NullMarked
package dev.runnel.engine.advice;

import org.jspecify.annotations.NullMarked;
