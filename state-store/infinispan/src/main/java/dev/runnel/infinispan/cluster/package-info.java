/**
 * How routers form a cluster: the JGroups stack, and mutual TLS by an identity that is derived from
 * the key which all members have.
 */
@NullMarked
package dev.runnel.infinispan.cluster;

import org.jspecify.annotations.NullMarked;
