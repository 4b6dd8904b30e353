/** What every path of the router has in common: its methods, and how it refuses others. */
@NullMarked
package dev.runnel.server.resource;

import org.jspecify.annotations.NullMarked;
