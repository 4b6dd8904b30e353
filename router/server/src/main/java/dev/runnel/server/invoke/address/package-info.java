/** Where functions are reached over HTTP: URLs and Unix sockets, read. */
@NullMarked
package dev.runnel.server.invoke.address;

import org.jspecify.annotations.NullMarked;
