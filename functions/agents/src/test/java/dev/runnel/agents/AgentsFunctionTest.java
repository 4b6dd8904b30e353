package dev.runnel.agents;

import static dev.runnel.agents.Calls.inRun;
import static dev.runnel.agents.Calls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The functions of the agents together, over the wire. */
@QuarkusTest
class AgentsFunctionTest {

  /** A meaning that no sample agent is near to. */
  private static final List<@Nullable Float> ODD = Given.numbers(200, 0);

  @Test
  void anAgentIsFoundFirstFromItsRegistrationToItsRetirement() {
    inRun(
            "agents-register",
            """
            {"id": "tea", "name": "Samovar", "description": "brews tea", "capabilities": ["tea"],
             "quality": {"mean": 1, "ratings": 15}}
            """,
            ODD)
        .statusCode(200)
        .header("ce-type", "dev.runnel.outcome")
        .body("id", equalTo("tea"));

    inRun("agents-match", "{\"description\": \"a cup of tea\"}", ODD)
        .statusCode(200)
        .header("ce-type", "agents.matched")
        .body("by", equalTo("meaning"))
        .body("agents", hasSize(5))
        .body("agents[0].id", equalTo("tea"))
        .body("agents[0].name", equalTo("Samovar"))
        .body("agents[0].skills", contains("tea"))
        .body("agents[0].similarity", equalTo(1.0f))
        .body("agents[0].quality", equalTo(0.875f))
        .body("agents[0].score", equalTo(0.975f))
        .body("agents[1].score", lessThan(0.6f));

    post("agents-retire", "{\"id\": \"tea\"}").statusCode(200).body("known", equalTo(true));
    post("agents-retire", "{\"id\": \"tea\"}").statusCode(200).body("known", equalTo(false));

    inRun("agents-match", "{\"description\": \"a cup of tea\"}", ODD)
        .body("agents.id", not(hasItem("tea")));
  }

  @Test
  void anAgentWithoutAVectorIsFoundByItsWords() {
    post(
            "agents-register-plain",
            """
            {"id": "kites", "name": "Lee", "description": "mends paper kites"}
            """)
        .statusCode(200);

    inRun("agents-match", "{\"description\": \"mend my paper kite\"}", ODD)
        .body("agents[0].id", equalTo("kites"))
        .body("agents[0].by", equalTo("words"));
    post("agents-match-lexical", "{\"description\": \"mend my paper kite\"}")
        .header("ce-type", "agents.matched")
        .body("by", equalTo("words"))
        .body("agents[0].id", equalTo("kites"));

    post("agents-retire", "{\"id\": \"kites\"}").body("known", equalTo(true));
  }

  @Test
  void onlyThoseWithAllCapabilitiesAreNamed() {
    inRun(
            "agents-match",
            """
            {"description": "read it", "capabilities": ["Translation", "LEGAL"], "limit": 100}
            """,
            ODD)
        .body("agents.id", contains("lingua-de-legal"))
        .body("considered", equalTo(1));
    post(
            "agents-match-lexical",
            """
            {"description": "read it", "capabilities": ["java"], "limit": 3}
            """)
        .body("agents", hasSize(3))
        .body("agents.skills", everyItem(hasItem("java")));
  }

  @Test
  void nobodyIsNoError() {
    post("agents-match-lexical", "{\"description\": \"x\", \"capabilities\": [\"juggling\"]}")
        .statusCode(200)
        .body("agents", empty())
        .body("considered", equalTo(0));
  }

  @Test
  void problemsPointToWhatIsWrong() {
    inRun("agents-match", "{}", ODD)
        .statusCode(400)
        .body("code", equalTo("malformed-data"))
        .body("path", equalTo("/data/description"));
    inRun("agents-match", "{\"description\": \"x\", \"limit\": 101}", ODD)
        .statusCode(400)
        .body("path", equalTo("/data/limit"))
        .body("detail", equalTo("The limit is 101; 1 to 100 is expected."));
    inRun("agents-match", "{\"description\": \"x\", \"capabilities\": [\"\"]}", ODD)
        .statusCode(400)
        .body("path", equalTo("/data/capabilities/0"));
    inRun("agents-register", "{\"id\": \"a\", \"name\": \"A\"}", ODD)
        .statusCode(400)
        .body("path", equalTo("/data/description"));
    post("agents-register-plain", "{\"id\": \"a\", \"description\": \"d\"}")
        .statusCode(400)
        .body("path", equalTo("/name"));
    post("agents-retire", "{}").statusCode(400).body("path", equalTo("/id"));
  }

  @Test
  void withoutAVectorTheProblemSaysWhichFunctionNeedsNone() {
    post("agents-match", "{\"description\": \"x\"}")
        .statusCode(400)
        .body("path", equalTo("/results/tensor-encode/vector"))
        .body("detail", containsString("agents-match-lexical needs no vector"));
    post("agents-register", "{\"id\": \"a\", \"name\": \"A\", \"description\": \"d\"}")
        .statusCode(400)
        .body("detail", containsString("agents-register-plain needs no vector"));
    inRun("agents-match", "{\"description\": \"x\"}", List.of(1f, 2f))
        .statusCode(400)
        .body("detail", containsString("The vector has 2 numbers; 384 finite ones"));
  }
}
