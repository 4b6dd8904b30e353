/** The tables, as Hibernate sees them: for what is asked, and what is seldom written. */
@NullMarked
package dev.runnel.postgres.row;

import org.jspecify.annotations.NullMarked;
