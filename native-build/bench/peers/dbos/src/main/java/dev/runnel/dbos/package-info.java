/** Durable workflows of DBOS Transact, called as often as a process can, to compare with. */
@NullMarked
package dev.runnel.dbos;

import org.jspecify.annotations.NullMarked;
