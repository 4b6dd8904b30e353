package dev.runnel.infinispan.cluster;

import dev.runnel.infinispan.settings.ClusterKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jgroups.util.TLS;
import org.jgroups.util.TLSClientAuth;

/** TLS between members, in which both sides prove that they know the cluster's key. */
final class ClusterTls {

  /** The first version in which certificates are sent encrypted, and there is no weak choice. */
  private static final String VERSION = "TLSv1.3";

  private ClusterTls() {}

  static TLS of(ClusterKey key, String cluster) {
    return new TLS()
        .enabled(true)
        .setSSLContext(context(Identity.of(key, cluster)))
        .setProtocols(new String[] {VERSION})
        .setClientAuth(TLSClientAuth.NEED);
  }

  static SSLContext context(Identity identity) {
    try {
      SSLContext context = SSLContext.getInstance(VERSION);
      context.init(
          keys(identity), new TrustManager[] {new MembersOnly(identity.certificate())}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JDK cannot protect the cluster", e);
    }
  }

  private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
    char[] inMemoryOnly = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "member", identity.secret(), inMemoryOnly, new X509Certificate[] {identity.certificate()});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, inMemoryOnly);
    return factory.getKeyManagers();
  }
}
