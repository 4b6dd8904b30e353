/** Durable workflows of DBOS Transact, called as often as a process can, to compare with. */
@NullMarked
package dev.runnel.bench.dbos;

import org.jspecify.annotations.NullMarked;
