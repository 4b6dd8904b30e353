/**
 * What holds before there is a request: how many connections there are, how long a request's head
 * may take, and what is answered to what is not HTTP.
 */
@NullMarked
package dev.runnel.server.wire;

import org.jspecify.annotations.NullMarked;
