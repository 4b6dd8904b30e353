package dev.runnel.infinispan.cluster;

import dev.runnel.infinispan.settings.ClusterKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who all members of a cluster are: one Ed25519 key pair, derived from the cluster's key, and the
 * certificate that goes with it. Who shows it knows the key; nobody who sees it learns the key but
 * by trying.
 *
 * @param secret proves the certificate
 * @param certificate signed by itself; the same for all members, byte by byte
 */
record Identity(PrivateKey secret, X509Certificate certificate) {

  private static final String ALGORITHM = "Ed25519";

  /** Of OWASP's password storage recommendations, for this function. */
  private static final int ROUNDS = 210_000;

  private static final int SEED_BITS = 256;

  /** id-Ed25519, RFC 8410. */
  private static final byte[] SIGNED_BY = Der.sequence(Der.objectId(0x2b, 0x65, 0x70));

  /** id-at-commonName, RFC 5280. */
  private static final byte[] COMMON_NAME = Der.objectId(0x55, 0x04, 0x03);

  /**
   * The members' identity.
   *
   * @param cluster its name: equal keys of two clusters make two identities
   */
  static Identity of(ClusterKey key, String cluster) {
    try {
      KeyPair pair = pair(seed(key, cluster));
      return new Identity(pair.getPrivate(), certificate(pair));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks " + ALGORITHM + " or its parts", e);
    }
  }

  private static byte[] seed(ClusterKey key, String cluster) throws GeneralSecurityException {
    byte[] salt = ("runnel cluster " + cluster).getBytes(StandardCharsets.UTF_8);
    var derivation = new PBEKeySpec(key.characters(), salt, ROUNDS, SEED_BITS);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
        .generateSecret(derivation)
        .getEncoded();
  }

  /** The generator takes 32 random bytes as the secret (RFC 8032, 5.1.5): here the seed. */
  private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(SEED_BITS - 1, new Seeded(seed));
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(KeyPair pair) throws GeneralSecurityException {
    byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text("Runnel cluster"))));
    byte[] everlasting = Der.sequence(Der.time("20200101000000Z"), Der.time("99991231235959Z"));
    byte[] content =
        Der.sequence(
            Der.integer(1), SIGNED_BY, name, everlasting, name, pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(pair.getPrivate());
    signature.update(content);
    byte[] whole = Der.sequence(content, SIGNED_BY, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  /** Does not say the secret. */
  @Override
  public String toString() {
    return "Identity";
  }

  /** Gives the seed, once. */
  private static final class Seeded extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final byte[] seed;
    private boolean given;

    Seeded(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
      if (given || bytes.length != seed.length) {
        throw new IllegalStateException(
            "%d bytes are asked for, %d are there, once; this JDK makes keys in another way."
                .formatted(bytes.length, seed.length));
      }
      given = true;
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
