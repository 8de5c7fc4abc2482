package dev.hinny.runtime.model;

import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.property.PropertySources;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application as its files say it is: placeholders resolved, every element located. Immutable.
 *
 * @param globals configuration elements of connectors, by name where they have one, in the order of the files
 * @param errorHandlers global error handlers, by name
 * @param defaultErrorHandler name of the one that flows without their own use
 * @param properties for {@code p()} and for connectors
 * @param sources the text of every file that was read, by the name that places give
 */
public record ApplicationModel(
        String name,
        List<XmlElement> globals,
        Map<String, FlowModel> flows,
        Map<String, XmlElement> errorHandlers,
        Optional<String> defaultErrorHandler,
        PropertySources properties,
        List<String> secureProperties,
        Map<String, SourceText> sources) {}
