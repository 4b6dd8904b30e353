/** The senders: events of all kinds at a steady rate, and what the router said to each. */
@NullMarked
package dev.runnel.faults.load;

import org.jspecify.annotations.NullMarked;
