package dev.hinny.connectors.apikit;

import dev.hinny.runtime.api.element.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API specification and how requests are checked against it. */
public record ApiParameters(
        @Param("The specification: a file below api/, or resource::group:artifact:version:raml:zip:file.") @Nullable
        String api,
        @Param("The same under its old name.") @Nullable String raml,
        @Param(value = "Variable that holds the headers of the response.", defaultValue = "outboundHeaders")
        String outboundHeadersMapName,
        @Param(value = "Variable that holds the status of the response.", defaultValue = "httpStatus")
        String httpStatusVarName,
        @Param("Keeps the specification's base URI; routing does not use it.") boolean keepApiBaseUri,
        @Param("The same under its old name.") boolean keepRamlBaseUri,
        @Param("Routes without checking requests.") boolean disableValidations,
        @Param("Refuses query parameters that the specification does not name.") boolean queryParamsStrictValidation,
        @Param("Refuses headers that the specification does not name.") boolean headersStrictValidation,
        @Param("Parser, one for all languages here.") @Nullable String parser,
        @Param("Whether the console is there; the element decides.") @Nullable Boolean consoleEnabled,
        @Param("Flows that do not have the usual names.") @Nullable FlowMappings flowMappings) {

    /** Flows that do not have the usual names. */
    public record FlowMappings(@Param("The mappings.") List<FlowMapping> mappings) {}

    /** The flow of one operation. */
    public record FlowMapping(
            @Param("Path of the resource, such as /users/{id}.") String resource,
            @Param("Method.") String action,
            @Param(value = "Content type of the request; any when absent.", name = "content-type") @Nullable
            String contentType,
            @Param(value = "Name of the flow.", name = "flow-ref", reference = true) String flow) {}

    /** A router or console of an API. */
    public record Use(
            @Param(value = "The API.", name = "config-ref", reference = true) String config) {}
}
