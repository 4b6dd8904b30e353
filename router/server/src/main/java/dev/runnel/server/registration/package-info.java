/** Functions at run time, over HTTP: what is loaded is read, put and deleted at /functions. */
@NullMarked
package dev.runnel.server.registration;

import org.jspecify.annotations.NullMarked;
