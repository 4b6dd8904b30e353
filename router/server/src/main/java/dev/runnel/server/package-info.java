/**
 * The application that feeds the engine and obeys it. Begin with {@link
 * dev.runnel.server.intake.IntakeRoute} and follow what its first method names.
 */
@NullMarked
package dev.runnel.server;

import org.jspecify.annotations.NullMarked;
