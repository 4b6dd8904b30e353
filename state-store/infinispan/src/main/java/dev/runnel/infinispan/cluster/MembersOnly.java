package dev.runnel.infinispan.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts who has the members' own certificate, and nobody else. */
final class MembersOnly extends X509ExtendedTrustManager {

  private static final Logger LOG = System.getLogger(MembersOnly.class.getName());

  private final X509Certificate members;

  MembersOnly(X509Certificate members) {
    this.members = members;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, String.valueOf(socket.getRemoteSocketAddress()));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, String.valueOf(socket.getRemoteSocketAddress()));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, engine.getPeerHost());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, engine.getPeerHost());
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, "somebody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, "somebody");
  }

  private void check(X509Certificate[] chain, String peer) throws CertificateException {
    if (chain.length != 1 || !members.equals(chain[0])) {
      LOG.log(
          Level.WARNING,
          "auth failed: {0} has another cluster key than this router, and is refused.",
          peer);
      throw new CertificateException("not of this cluster");
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
