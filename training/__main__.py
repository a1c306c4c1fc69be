"""One command from raw data folders to the shipped file and its card.

python -m training train  --data ../shared/data --out build/reader     fit the network (hours; resumes nothing)
python -m training export --out build/reader --model DIR               quantise, compare, write model and card
"""

import argparse
import hashlib
import json
import shutil
import tarfile
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import gold, gum, polnear
from training.fit import FIRST, STAGES, Plan, fit, seed_all
from training.measure import follows, fragments
from training.network import Network, base_folder
from training.spans import Document, Example, label
from whence.read.model.windows import LENGTH, windows_of

COUNTED = 0.2  # weight of counted transitions of tags, where the second stage starts from them


def held(name: str) -> bool:
    """Whether a training report is kept from training, to set thresholds on: one in five, by digest of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 5 == 0


def examples_of(documents: list[Document], tokenizer: Tokenizer) -> list[Example]:
    """Return the windows of the documents with their labels."""
    return [label(w, d) for d in documents for w in windows_of(d.text, tokenizer, LENGTH)]


def unpacked(archive: Path, to: Path) -> Path:
    """Unpack a tar archive once and return the folder."""
    if not to.exists():
        with tarfile.open(archive) as tar:
            tar.extractall(to, filter="data")
    return to


def attributions(data: Path, out: Path, sources: str, part: str) -> list[Document]:
    """Return the part (train, dev) of the attribution corpora named in `sources` (polnear, gum).

    With `everyone`, a text that several people annotated comes once with each one's attributions.
    """
    if "polnear" in sources:
        root = unpacked(data / "polnear" / "polnear-train-dev.tar.gz", out / "polnear") / "data"
        return polnear.load(root / part)
    if "gum" in sources:
        return gum.load(unpacked(data / "gum" / "gum-non-nc-train-dev.tar.gz", out / "gum") / part)
    return []


def examples_for(options: argparse.Namespace, plan: Plan, tokenizer: Tokenizer) -> list[Example]:
    """Return the windows of a pass."""
    documents = attributions(options.data, options.out, options.sources, "train")
    if "gold" in options.sources:
        found, lost = gold.load(options.data / "fakes" / "gold", "train")
        used = [d for d in found if not held(d.id)]
        claims = sum(len(d.claims or ()) for d in used)
        print(f"gold: {len(used)} reports, {claims} claims, {len(lost)} not found")
        documents = documents + used * plan.gold_passes
    return examples_of(documents, tokenizer)


def train(options: argparse.Namespace) -> None:
    """Fit the network in stages, each from the weights of the one before; weights and record go to `options.out`."""
    options.out.mkdir(parents=True, exist_ok=True)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    plans = {number: _chosen(plan, options) for number, plan in enumerate(STAGES, 1)}
    weights: Path | None = options.start
    for number in options.stages:
        save = options.out / f"stage{number}.pt"
        stage(plans[number], options, tokenizer, weights, save)
        weights = save
    if weights is None:
        raise SystemExit("nothing to do: no stage and no weights to start from")
    shutil.copy(weights, options.out / "network.pt")
    _recorded(base, [plans[n] for n in plans if n <= max(options.stages, default=0)], options, tokenizer)


def _chosen(plan: Plan, options: argparse.Namespace) -> Plan:
    return replace(
        plan,
        epochs=options.epochs if options.epochs and plan is FIRST else plan.epochs,
        seed=plan.seed + options.seed,
        threads=options.threads or plan.threads,
    )


def stage(
    plan: Plan, options: argparse.Namespace, tokenizer: Tokenizer, weights: Path | None, save: Path
) -> None:
    """Fit a network by `plan`, from `weights` or else from the base encoder, and save its weights."""
    seed_all(plan)
    network = Network(base_folder(), attention=plan.attention)
    if weights is not None:
        network.load_state_dict(torch.load(weights, map_location="cpu"), strict=False)
    if plan.chain_weight and not network.moves.any():
        whole = attributions(options.data, options.out, options.sources, "train")
        network.moves.data = torch.tensor(follows(examples_of(whole, tokenizer))) * COUNTED
    examples = examples_for(options, plan, tokenizer)
    print(f"{len(examples)} windows, {sum(p.numel() for p in network.parameters())} weights", flush=True)
    if weights is not None:
        seed_all(plan)  # whatever was drawn for weights that are not used
    fit(network.to(options.device), examples, plan, tokenizer, save)


def _recorded(base: Path, plans: list[Plan], options: argparse.Namespace, tokenizer: Tokenizer) -> None:
    """Measure the weights kept and write the record of the run."""
    network = Network(base)
    network.load_state_dict(torch.load(options.out / "network.pt", map_location="cpu"))
    dev = attributions(options.data, options.out, options.sources, "dev")
    scores = fragments(network.to(options.device), examples_of(dev, tokenizer), tokenizer)
    print(json.dumps(scores))
    told = {
        "plans": [asdict(p) for p in plans],
        "sources": options.sources,
        "dev_fragments": scores,
        "moves": [[round(x, 3) for x in row] for row in network.moves.tolist()],
    }
    (options.out / "run.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")


def main() -> None:
    """Read the command line and run the step that it names."""
    parser = argparse.ArgumentParser(
        prog="training", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    steps = parser.add_subparsers(dest="step", required=True)
    fitting = steps.add_parser("train")
    fitting.add_argument("--data", type=Path, required=True)
    fitting.add_argument("--sources", default="polnear+gold", help="polnear or gum, with or without +gold")
    fitting.add_argument(
        "--stages", type=int, nargs="*", default=[1, 2], help="which stages are run, in their order"
    )
    fitting.add_argument("--start", type=Path, help="weights that the stage before the first of these left")
    fitting.add_argument("--epochs", type=int, help="passes of the first stage, if not as planned")
    fitting.add_argument("--seed", type=int, default=0, help="added to the seeds that are planned")
    fitting.add_argument("--threads", type=int, help="threads, if not as planned")
    fitting.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    exporting = steps.add_parser("export")
    exporting.add_argument(
        "--model", type=Path, required=True, help="the folder that the files are written to"
    )
    for step in (fitting, exporting):
        step.add_argument("--out", type=Path, required=True, help="the folder of this run")
    options = parser.parse_args()
    if options.step == "train":
        train(options)
    else:
        from training.export import export

        export(options.out, options.model)


if __name__ == "__main__":
    main()
