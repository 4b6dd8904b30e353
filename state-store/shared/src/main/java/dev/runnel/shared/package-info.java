/**
 * What an application shares with other routers: nothing, unless it is told of any. {@link
 * dev.runnel.shared.StoreProducer} decides, {@link dev.runnel.shared.LateStore} is there from the
 * start and answers once {@link dev.runnel.shared.Joining} has come to an end, so that no router
 * waits for a cache.
 */
@NullMarked
package dev.runnel.shared;

import org.jspecify.annotations.NullMarked;
