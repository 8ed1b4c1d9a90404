/** Runs policy files against their examples, without a database: what a build server does with the files in git. */
import { AssayError, type Stage, stages } from "@assay/contract";
import { detectors } from "@assay/detectors";
import {
  compilePolicies,
  runExamples,
  starterExamples,
  starterLists,
  starterPolicies,
  starterReasons,
} from "@assay/policy";

export interface PolicyFile {
  stage: Stage;
  source: string;
  /** The text of its examples; without it every rule lacks some. */
  examples?: string;
}

export interface PolicyTest {
  stage: Stage;
  hits: number;
  misses: number;
  /** Each as a person reads it; none when all is as it should be. */
  problems: string[];
}

export const starterFiles = (): PolicyFile[] =>
  starterPolicies(detectors).map(({ stage, source }) => ({ stage, source, examples: starterExamples(stage) }));

/** @param files lists that they name are taken to be there, since a file cannot know the marketplace's */
export function testPolicies(files: readonly PolicyFile[]): PolicyTest[] {
  return files.map(({ stage, source, examples }): PolicyTest => {
    const named = [...source.matchAll(/\blists\.([a-z][a-z0-9_]*)/g)].map(([, name]) => name!);
    const lists = [...new Set([...starterLists, ...named])];
    try {
      const policies = compilePolicies([{ stage, version: 0, source }], {
        detectors,
        lists,
        reasons: starterReasons(),
      });
      const {
        mistakes,
        results,
        source: shown,
      } = runExamples(policies, stage, examples ?? "examples: []\n", `${stage}.tests.yaml`, detectors);
      const count = (expect: string) => results.filter((result) => result.expect === expect).length;
      const problems = results.flatMap(({ rule, note, problem }) =>
        problem ? [`${rule}${note ? ` (${note})` : ""}: ${problem}`] : [],
      );
      return {
        stage,
        hits: count("hit"),
        misses: count("miss"),
        problems: [...mistakes.map((mistake) => shown.show(mistake)), ...problems],
      };
    } catch (error) {
      if (!(error instanceof AssayError)) throw error;
      return { stage, hits: 0, misses: 0, problems: [error.message] };
    }
  });
}

/** The stage that a file is about, by its name: `listing.yaml`. */
export const stageOfFile = (name: string): Stage | undefined => stages.find((stage) => name === `${stage}.yaml`);
