package dev.runnel.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** The least that a Vert.x forwarder can do: it hands requests on to a Unix socket, and back. */
public final class BareForwarder extends AbstractVerticle {

  private final int port;
  private final RequestOptions target;
  private final HttpClient client;

  private BareForwarder(int port, String socket, String path, HttpClient client) {
    this.port = port;
    this.client = client;
    this.target =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.domainSocketAddress(socket))
            .setURI(path);
  }

  /** Arguments: the port to listen on, the socket, and the path there. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    Vertx vertx = BareEcho.vertx();
    HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64));
    BareEcho.deploy(vertx, () -> new BareForwarder(port, args[1], args[2], client));
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(this::forward)
        .listen(port, "localhost")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void forward(HttpServerRequest request) {
    request
        .body()
        .compose(
            body ->
                client
                    .request(target)
                    .compose(call -> sent(call, request, body))
                    .compose(
                        answer -> {
                          request.response().setStatusCode(answer.statusCode());
                          request.response().headers().setAll(answer.headers());
                          return answer.body();
                        }))
        .onSuccess(request.response()::end)
        .onFailure(broken -> request.response().setStatusCode(502).end());
  }

  private static io.vertx.core.Future<io.vertx.core.http.HttpClientResponse> sent(
      HttpClientRequest call, HttpServerRequest request, Buffer body) {
    call.headers().setAll(request.headers());
    return call.send(body);
  }
}
