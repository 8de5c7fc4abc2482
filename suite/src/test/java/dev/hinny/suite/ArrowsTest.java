package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPaths(Repository.classes("main"));

    @Test
    void everyPackageLiesInARoom() {
        Set<String> homeless = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (Rooms.of(type.getPackageName()).isEmpty()) {
                homeless.add(type.getPackageName());
            }
        }
        assertThat(homeless)
                .as("packages without a room; add a line to Rooms, or move the package")
                .isEmpty();
    }

    @Test
    void roomsImportOnlyWhatTheListAllows() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass type : MAIN) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                Optional<String> from = Rooms.of(type.getPackageName());
                Optional<String> to = Rooms.of(target.getPackageName());
                if (from.isPresent() && to.isPresent() && !Rooms.mayUse(from.get(), to.get())) {
                    forbidden.add(from.get() + " -> " + to.get() + ": " + type.getName() + " uses " + target.getName());
                }
            }
        }
        assertThat(forbidden)
                .as("arrows that are not in Rooms; turn the dependency round, or add the arrow with a decision note")
                .isEmpty();
    }

    @Test
    void productsOfThePlaneHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.hinny.plane.server.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void listKeepsConnectorsPoliciesAndPlanesApart() {
        assertThat(Rooms.of("dev.hinny.connectors.db.pool")).contains("connectors.db");
        assertThat(Rooms.of("dev.hinny.plane.server.audit")).contains("plane.server");
        assertThat(Rooms.of("dev.hinny.unheard")).isEmpty();
        assertThat(Rooms.mayUse("connectors.db", "connectors.http")).isFalse();
        assertThat(Rooms.mayUse("connectors.apigateway", "connectors.http")).isTrue();
        assertThat(Rooms.mayUse("policies.cors", "policies.spike")).isFalse();
        assertThat(Rooms.mayUse("plane.server", "runtime.engine")).isFalse();
        assertThat(Rooms.mayUse("runtime.engine", "plane.contract")).isFalse();
        assertThat(Rooms.mayUse("runtime.engine", "runtime.model")).isTrue();
    }
}
