/** What was called, read from the file that the functions wrote, and what must be true of it. */
@NullMarked
package dev.runnel.faults.ledger;

import org.jspecify.annotations.NullMarked;
