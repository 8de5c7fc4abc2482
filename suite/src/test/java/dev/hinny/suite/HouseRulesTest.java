package dev.hinny.suite;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.origin;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPaths(Repository.classes("main"));
    private static final JavaClasses TESTS = new ClassFileImporter().importPaths(Repository.classes("test"));

    @Test
    void baseKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.hinny.base..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax..", "org.jspecify..", "dev.hinny.base..")
                .check(MAIN);
    }

    /** A method called {@code pause} may sleep: there the time itself is what was asked for, such as between two tries. */
    @Test
    void nothingSleepsButToPause() {
        var rule = noClasses()
                .should()
                .callMethodWhere(target(name("sleep"))
                        .and(target(owner(type(Thread.class))))
                        .and(not(origin(name("pause")))))
                .because("a condition, a latch or a scheduler says when to go on");
        rule.check(MAIN);
        rule.check(TESTS);
    }

    /** Only commands, and the sink that writes the log to standard output. */
    @Test
    void onlyCommandsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.hinny.cli..", "dev.hinny.dist..", "dev.hinny.lang.tools..")
                .and()
                .doNotHaveFullyQualifiedName("dev.hinny.runtime.engine.log.StreamSink")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("libraries return, throw or log; commands print")
                .check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a name says what the thing is")
                .check(MAIN);
    }

    @Test
    void noClassBearsAnothersMark() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.[^.]*(Mule|DataWeave|Anypoint)[^.]*")
                .because("they are marks of others; prose may say what we are compatible with")
                .check(MAIN);
    }
}
