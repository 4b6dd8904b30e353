/** What dev mode makes of the folders that it is given. */
@NullMarked
package dev.runnel.devmode.application;

import org.jspecify.annotations.NullMarked;
