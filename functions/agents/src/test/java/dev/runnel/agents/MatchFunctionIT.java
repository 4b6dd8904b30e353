package dev.runnel.agents;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MatchFunctionIT extends MatchFunctionTest {}
