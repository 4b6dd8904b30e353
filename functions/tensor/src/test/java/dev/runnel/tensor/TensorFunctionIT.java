package dev.runnel.tensor;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TensorFunctionIT extends TensorFunctionTest {}
