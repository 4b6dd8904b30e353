/** Where calls may go: the allow list, held against every address that a name resolves to. */
@NullMarked
package dev.runnel.server.invoke.egress;

import org.jspecify.annotations.NullMarked;
