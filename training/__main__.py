"""One command from raw data folders to the shipped file and its card.

python -m training train  --data ../shared/data --out build/reader     fit the network (hours; resumes nothing)
python -m training export --out build/reader --model DIR               quantise, compare, write model and card
"""

import argparse
import hashlib
import json
import tarfile
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import gold, gum, polnear
from training.fit import FIRST, SECOND, Plan, fit, seed_all
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
    """Fit the network in two stages and keep weights, plans and scores in `options.out`.

    With `options.start`, the weights that a first stage left, only the second stage is run.
    """
    options.out.mkdir(parents=True, exist_ok=True)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    plans = [
        replace(plan, epochs=epochs, seed=options.seed, threads=options.threads)
        for plan, epochs in ((FIRST, options.epochs), (SECOND, options.more))
    ]
    weights, kept = options.start, options.out / "network.pt"
    if weights is None:
        weights = options.out / "first.pt"
        stage(Network(base), plans[0], options, tokenizer, weights)
    network = Network(base)
    network.load_state_dict(torch.load(weights, map_location="cpu"), strict=False)
    whole = attributions(options.data, options.out, options.sources, "train")
    network.moves.data = torch.tensor(follows(examples_of(whole, tokenizer))) * COUNTED
    torch.save(network.state_dict(), kept)
    stage(network, plans[1], options, tokenizer, kept)
    _recorded(base, plans, options, tokenizer, kept)


def stage(
    network: Network, plan: Plan, options: argparse.Namespace, tokenizer: Tokenizer, save: Path
) -> None:
    """Fit `network` by `plan` and save its weights."""
    seed_all(plan)
    examples = examples_for(options, plan, tokenizer)
    print(f"{len(examples)} windows, {sum(p.numel() for p in network.parameters())} weights", flush=True)
    fit(network.to(options.device), examples, plan, tokenizer, save)


def _recorded(
    base: Path, plans: list[Plan], options: argparse.Namespace, tokenizer: Tokenizer, kept: Path
) -> None:
    """Measure the weights kept and write the record of the run."""
    network = Network(base)
    network.load_state_dict(torch.load(kept, map_location="cpu"))
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
    fitting.add_argument("--epochs", type=int, default=FIRST.epochs, help="passes of the first stage")
    fitting.add_argument("--more", type=int, default=SECOND.epochs, help="passes of the second stage")
    fitting.add_argument("--start", type=Path, help="weights that a first stage left: run the second alone")
    fitting.add_argument("--seed", type=int, default=13)
    fitting.add_argument("--threads", type=int, default=2)
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
