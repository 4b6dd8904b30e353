using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "words", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01"))
  ],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "words")]
);
