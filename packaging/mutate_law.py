"""Makes every small mistake in the law and says which of them no case and no property catches: make mutate.

With `--changed COMMIT`, only the mutants of files under resources/law that differ from where this branch left that
commit, or from the commit before the last where there is no such one; with `--most N`, N of them, spread over all;
with `--prove`, what survives is put to the solver, within bounds: a property broken, no change at all, or a case that
tells it from the law, which `--cases DIR` writes out to be read and decided.
Exit status 1 if less than 95 % of the mutants that are not proved to be no change are caught.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from lawfulshare import content
from lawfulshare.case import case_file
from lawfulshare.law.proving.mutants import LISTS, PROCEDURE, mutants
from lawfulshare.law.proving.mutating import Bench, cases_apart, is_enough, judge_all, of_pieces, report, spread

ROOT = Path(__file__).resolve().parents[1]
CASES = (ROOT / "tests" / "acceptance", ROOT / "tests" / "law" / "kept")


def main() -> int:
    """Run the mutation and print its report."""
    arguments = _arguments()
    bench = Bench(content.resources() / "law", "england", CASES)
    pack = bench.pack()
    which = list(mutants(pack))
    if arguments.changed is not None:
        files = changed_files(ROOT, arguments.changed)
        which = of_pieces(pack, map(piece_of, files))
        print(f"{len(which)} mutants of {len(files)} files of the law that have changed")
    if arguments.most is not None and len(which) > arguments.most:
        print(f"{arguments.most} of {len(which)} mutants are made, spread over all of them; make mutate makes all")
        which = spread(which, arguments.most)
    judgements = list(judge_all(bench, which, settle=arguments.prove))
    print("\n".join(report(judgements)))
    if arguments.cases is not None:
        arguments.cases.mkdir(parents=True, exist_ok=True)
        for number, (mutant, case) in enumerate(cases_apart(judgements), start=1):
            (arguments.cases / f"{number}.json").write_bytes(case_file.write(case))
            print(f"{arguments.cases / f'{number}.json'} tells apart {mutant}")
    return 0 if is_enough(judgements) else 1


def changed_files(root: Path, commit: str) -> list[str]:
    """Name the files of the law that differ from where the branch left this commit, or else from the commit before.

    Where neither is known, as in a clone without a past, there is nothing to compare with: none.
    """
    for start in ((_git(root, "merge-base", commit, "HEAD"),), ("HEAD~1",)):
        base = start[0].strip()
        if base and base != _git(root, "rev-parse", "HEAD").strip() and _git(root, "rev-parse", "--verify", base):
            return _git(root, "diff", "--name-only", base, "--", "resources/law").split()
    return []


def piece_of(file: str) -> str:
    """Name the piece of the pack that a file of the law belongs to, or that its cases stand beside."""
    name = Path(file).name.removesuffix(".yaml").removesuffix(".cases")
    return {"lists": LISTS, "procedure": PROCEDURE}.get(name, name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changed", metavar="COMMIT", help="only the mutants of changed files")
    parser.add_argument("--most", metavar="N", type=int, help="make at most N mutants")
    parser.add_argument("--prove", action="store_true", help="ask the solver of each survivor whether any case tells")
    parser.add_argument("--cases", metavar="DIR", type=Path, help="write here a case that tells each survivor apart")
    return parser.parse_args()


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
