package dev.hinny.dist.platform;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.runtime.model.ApplicationFiles;
import dev.hinny.runtime.model.ApplicationLoader;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an application archive must pass before the platform stores it: its model is read, nothing of it runs. */
final class UploadCheck {
    private UploadCheck() {}

    static List<Problem> problems(Path archive) {
        try (ApplicationFiles files = ApplicationFiles.open(archive)) {
            LoadOptions options = new LoadOptions(Map.of(), Map.of(), Severity.WARNING);
            return ApplicationLoader.load(files, Catalog.standard(), options).problems();
        } catch (ProblemException e) {
            return e.problems();
        }
    }
}
