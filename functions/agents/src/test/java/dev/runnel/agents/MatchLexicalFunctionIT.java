package dev.runnel.agents;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MatchLexicalFunctionIT extends MatchLexicalFunctionTest {}
