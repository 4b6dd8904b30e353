/**
 * How functions and the router read requests and write answers: bodies are bounded while they are
 * read, and every request gets a whole answer. CloudEvents and problems are {@code contract}'s;
 * this is their way over Vert.x.
 */
@NullMarked
package dev.runnel.http;

import org.jspecify.annotations.NullMarked;
