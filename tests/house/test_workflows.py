"""What the forge runs and shows is valid: issue forms, workflows, dependabot."""

import re
import subprocess
import sys

import pytest
import yaml
from conftest import ROOT

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
FORMS = sorted((FORGE / "ISSUE_TEMPLATE").glob("*.yml"))
SCHEMAS = {  # the schema that check-jsonschema ships -> the files it holds for
    "vendor.github-issue-forms": [file for file in FORMS if file.name != "config.yml"],
    "vendor.github-issue-config": [file for file in FORMS if file.name == "config.yml"],
    "vendor.github-workflows": WORKFLOWS,
    "vendor.dependabot": sorted(FORGE.glob("dependabot.yml")),
    "custom.github-workflows-require-timeout": WORKFLOWS,
}


def run(*command):
    """The exit status and output of a module of this Python, run in the project's root."""
    result = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize("schema", SCHEMAS)
def test_forms_and_workflows_are_valid(schema):
    """Each fits the schema that GitHub holds it to; a form that does not is not offered."""
    assert SCHEMAS[schema]
    files = [str(file) for file in SCHEMAS[schema]]
    assert run("-m", "check_jsonschema", "--builtin-schema", schema, *files) == (
        0,
        "ok -- validation done\n",
    )


def test_workflows_have_no_known_weakness():
    """zizmor, offline, finds nothing: no credentials left lying, injection or wide permission."""
    zizmor = str(sys.prefix + "/bin/zizmor")
    result = subprocess.run(
        [zizmor, "--offline", "--quiet", "--no-progress", "--strict-collection", str(FORGE)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_workflows_pin_their_actions_and_ask_for_little():
    """Every action is pinned by its commit, and the default permission is to read."""
    for file in WORKFLOWS:
        workflow = yaml.safe_load(file.read_text("utf-8"))
        assert workflow["permissions"] == {"contents": "read"}, file
        for use in re.findall(r"uses: (\S+)", file.read_text("utf-8")):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use), use


def test_what_people_send_has_no_say_in_commands():
    """No workflow runs on pull_request_target, and no command contains an expression."""
    for file in WORKFLOWS:
        workflow = yaml.safe_load(file.read_text("utf-8"))
        assert "pull_request_target" not in str(workflow[True])
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", ""), file


def test_the_continuous_integration_runs_what_a_newcomer_runs():
    """The command of the README, then the long tests, and nothing that was installed by hand."""
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert lines[-2:] == ["make test", "make test-all"]
