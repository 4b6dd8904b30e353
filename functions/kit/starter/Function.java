package com.example;

import io.quarkus.funqy.Funq;

public class @class@Function {

  public record Guest(String name) {}

  public record Greeted(String text) {}

  @Funq("@name@")
  public Greeted greet(Guest guest) {
    return new Greeted("Hello " + guest.name());
  }
}
