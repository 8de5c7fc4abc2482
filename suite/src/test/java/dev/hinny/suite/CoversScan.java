package dev.hinny.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what compiled tests say that they prove, without loading them. */
final class CoversScan {
    private static final String COVERS = "Ldev/hinny/base/Covers;";
    private static final String DISABLED = "Lorg/junit/jupiter/api/Disabled;";

    /** Feature id to the tests that claim it. */
    private final Map<String, Collection<String>> claims = new TreeMap<>();

    private final Collection<String> disabled = new TreeSet<>();

    static CoversScan of(List<Path> folders) {
        CoversScan scan = new CoversScan();
        folders.stream()
                .flatMap(folder -> Repository.files(folder).stream())
                .filter(file -> file.toString().endsWith(".class"))
                .forEach(scan::look);
        return scan;
    }

    Map<String, Collection<String>> claims() {
        return claims;
    }

    /** Tests that are switched off. */
    Collection<String> disabled() {
        return disabled;
    }

    private void look(Path file) {
        ClassModel type;
        try {
            type = ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = type.thisClass().asInternalName().replace('/', '.');
        look(type, name);
        for (MethodModel method : type.methods()) {
            look(method, name + "." + method.methodName().stringValue());
        }
    }

    private void look(AttributedElement element, String name) {
        element.findAttribute(Attributes.runtimeVisibleAnnotations()).ifPresent(found -> {
            for (Annotation annotation : found.annotations()) {
                switch (annotation.className().stringValue()) {
                    case COVERS -> annotation.elements().forEach(value -> claim(value, name));
                    case DISABLED -> disabled.add(name);
                    default -> {}
                }
            }
        });
    }

    private void claim(AnnotationElement element, String name) {
        if (element.value() instanceof AnnotationValue.OfArray ids) {
            for (AnnotationValue id : ids.values()) {
                if (id instanceof AnnotationValue.OfString text) {
                    claims.computeIfAbsent(text.stringValue(), k -> new TreeSet<>())
                            .add(name);
                }
            }
        }
    }
}
