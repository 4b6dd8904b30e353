/** The processes under test: the packaged router, its PostgreSQL, and a proxy between the two. */
@NullMarked
package dev.runnel.faults.platform;

import org.jspecify.annotations.NullMarked;
