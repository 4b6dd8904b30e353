/**
 * Every configuration key of the router that is Runnel's own: one file for each group of keys. A
 * key that is misspelt stops the start.
 */
@NullMarked
package dev.runnel.server.config;

import org.jspecify.annotations.NullMarked;
