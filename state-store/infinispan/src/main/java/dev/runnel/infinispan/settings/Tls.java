package dev.runnel.infinispan.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the connection to a remote Infinispan is protected.
 *
 * @param trusted certificates that its servers' are signed by, as PEM; empty: those that the JDK
 *     trusts
 * @param serverName that their certificates have to have; empty: the host of the first that is
 *     named
 */
public record Tls(Optional<Path> trusted, Optional<String> serverName) {}
