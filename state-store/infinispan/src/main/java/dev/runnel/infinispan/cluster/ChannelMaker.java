package dev.runnel.infinispan.cluster;

import dev.runnel.infinispan.settings.Deployment.Cluster;
import java.util.List;
import javax.sql.DataSource;
import org.infinispan.remoting.transport.jgroups.JGroupsChannelConfigurator;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.util.SocketFactory;

/**
 * Gives Infinispan the members' channel when it asks for one. A channel that is made beforehand and
 * set as its transport is passed over without a word, for one of its own that anybody may join.
 */
public final class ChannelMaker implements JGroupsChannelConfigurator {

  private final Cluster cluster;
  private final String router;

  public ChannelMaker(Cluster cluster, String router) {
    this.cluster = cluster;
    this.router = router;
  }

  @Override
  public JChannel createChannel(String name) {
    return ClusterChannel.of(cluster, router);
  }

  @Override
  public String getName() {
    return "runnel";
  }

  /** The channel has its own, which speaks TLS where there is a key. */
  @Override
  public void setSocketFactory(SocketFactory factory) {}

  /** Nothing is found through a database. */
  @Override
  public void setDataSource(DataSource source) {}

  @Override
  public String getProtocolStackString() {
    return "";
  }

  @Override
  public List<ProtocolConfiguration> getProtocolStack() {
    return List.of();
  }
}
