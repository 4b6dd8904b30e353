/** The placement of functions that are reached over HTTP, by URL or Unix socket. */
@NullMarked
package dev.runnel.server.invoke.http;

import org.jspecify.annotations.NullMarked;
