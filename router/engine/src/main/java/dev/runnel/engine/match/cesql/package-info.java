/**
 * CloudEvents SQL 1.0: {@link dev.runnel.engine.match.cesql.CesqlExpression} is compiled once from
 * its text into a tree of terms, one file per kind or small family, and asked for each event.
 * Nothing here throws at an event, reads data, or uses a regular expression.
 */
@NullMarked
package dev.runnel.engine.match.cesql;

import org.jspecify.annotations.NullMarked;
