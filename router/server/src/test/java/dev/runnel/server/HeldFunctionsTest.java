package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Functions that name what is not there yet. */
@QuarkusTest
class HeldFunctionsTest extends PutFunctions {

  @Test
  void waitsForNamesAndIsReleasedByItself() {
    HttpResponse<String> put =
        hold("early", manifest("early", "dependencies: [late], " + wants("early.wanted")));

    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    assertThat(json(put).getString("state")).isEqualTo("held");
    assertThat(json(put).getString("reason")).isEqualTo("there is no function \"late\"");
    assertThat(json(poster.get("/functions?state=held")).<String>getList("functions.name"))
        .containsExactly("early");
    HttpResponse<String> unmatched = poster.post(Poster.event("early.wanted", "{}"));
    assertThat(unmatched.statusCode()).isEqualTo(202);
    assertThat(unmatched.headers().map()).doesNotContainKey("location");

    put("late", manifest("late", ""));

    assertThat(shown("early").getString("state")).isEqualTo("active");
    assertThat(shown("early").getString("reason")).isNull();
    assertThat(shown("early").getInt("version")).isEqualTo(json(put).getInt("version"));
    functions.answers("early", "1");
    JsonPath result = poster.postAndWait(Poster.event("early.wanted", "{}"));
    assertThat(result.getInt("results.early")).isEqualTo(1);
    assertThat(functions.called()).containsExactly("late", "early");
  }

  @Test
  void holdsWhoNamesOneThatIsHeld() {
    hold("early", manifest("early", "dependencies: [late]"));
    HttpResponse<String> above = hold("above", manifest("above", "dependencies: [early]"));
    HttpResponse<String> firm = put("firm", manifest("firm", "compensate: early"));

    assertThat(json(above).getString("reason")).isEqualTo("\"early\" is held");
    assertThat(onlyError(firm))
        .isEqualTo("1 /compensate \"early\" is held: there is no function \"late\"");
  }

  @Test
  void refusesWhatIsWrongInAnotherWay() {
    assertThat(onlyError(hold("self", manifest("self", "dependencies: [self, late]"))))
        .contains("self -> self");
    assertThat(onlyError(hold("bad", manifest("bad", "dependencies: [late], prioritty: 1"))))
        .contains("did you mean \"priority\"?");
    assertThat(put()).isEmpty();
  }

  @Test
  void mustNotWaitWithoutSayingSo() {
    hold("early", manifest("early", "dependencies: [late]"));

    HttpResponse<String> again = put("early", manifest("early", "dependencies: [late]"));

    assertThat(onlyError(again)).startsWith("1 /dependencies/0 there is no function \"late\"");
  }

  @Test
  void keepsHoldingWhatTurnsOutWrongWhenItsNamesAppear() {
    hold("early", manifest("early", "fallback: [late]"));
    put("base", manifest("base", ""));

    HttpResponse<String> late = put("late", manifest("late", "dependencies: [base]"));

    assertThat(late.statusCode()).isEqualTo(201);
    assertThat(shown("early").getString("state")).isEqualTo("held");
    assertThat(shown("early").getString("reason")).contains("\"late\" depends on \"base\"");
    put("late", manifest("late", ""));
    assertThat(shown("early").getString("state")).isEqualTo("active");
  }

  @Test
  void mustNotPullAwayWhatOthersRunWith() {
    putAll(manifest("base", ""), manifest("above", "dependencies: [base]"));

    HttpResponse<String> refused = hold("base", manifest("base", "dependencies: [late]"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("errors[0].file")).isEqualTo("/functions/above");
    assertThat(json(refused).getString("detail")).contains("/functions/above", "is held");
    assertThat(shown("base").getString("state")).isEqualTo("active");
  }

  @Test
  void keepsWhatHeldOnesName() {
    put("base", manifest("base", ""));
    hold("early", manifest("early", "dependencies: [base, late]"));

    assertThat(delete("base").statusCode()).isEqualTo(409);
    assertThat(delete("early").statusCode()).isEqualTo(204);
    assertThat(delete("base").statusCode()).isEqualTo(204);
  }

  @Test
  void asksForAClearWord() {
    HttpResponse<String> refused =
        poster.send("PUT", "/functions/early?hold=yes", manifest("early", ""));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("path")).isEqualTo("hold");
  }

  private HttpResponse<String> hold(String name, String manifest) {
    return poster.send("PUT", "/functions/" + name + "?hold=true", manifest);
  }
}
