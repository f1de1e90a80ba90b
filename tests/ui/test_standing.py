import hashlib
import threading
import time
from dataclasses import replace

from assistant import AssistantError
from tests.ui.scripted import SCRIPT, ScriptedAssistant, document
from ui.jobs import Job, run_job
from ui.standing import Site


def _ready(site):
    end = time.monotonic() + 10
    while site.standing.stage != "ready":
        assert time.monotonic() < end, site.standing
        time.sleep(0.01)
    return site


def test_a_question_asked_before_the_assistant_is_open_is_answered_once_it_is():
    go_on = threading.Event()

    def slowly():
        go_on.wait(10)
        return ScriptedAssistant()

    site = Site(slowly)
    job = site.ask("How many member countries?", ())
    early = job.wait(0.2)
    go_on.set()

    assert not early
    assert job.wait(10)
    assert job.answer is not None


def test_no_more_than_two_answers_are_computed_at_once():
    running, most, lock = [0], [0], threading.Lock()

    def say(question):
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.05)
        with lock:
            running[0] -= 1
        return SCRIPT["How many member countries?"](question)

    site = _ready(Site(lambda: ScriptedAssistant({"busy": say})))
    jobs = [site.ask("busy", ()) for _ in range(8)]

    assert all(job.wait(10) for job in jobs)
    assert most[0] == 2


def test_an_answer_that_comes_after_the_stop_is_dropped():
    job = Job()
    job.stop()
    job.show(SCRIPT["How many member countries?"]("q"))

    assert job.stopped
    assert job.answer is None


def test_a_better_answer_takes_the_place_of_the_first_and_a_failure_after_it_does_not():
    first, better = (SCRIPT[question](question) for question in ("How many member countries?", "Which programmes?"))
    job = Job()

    def work():
        yield first
        assert job.answer is first
        assert not job.finished
        yield better
        raise AssistantError("The model went away.")

    run_job(job, work)

    assert job.finished
    assert job.answer is better
    assert job.error is None


def test_what_is_there_stands_when_the_rest_is_stopped():
    job = Job()
    job.show(SCRIPT["How many member countries?"]("q"))
    job.stop()

    assert not job.stopped
    assert job.answer is not None


def test_a_page_is_pictured_only_from_the_very_file_that_was_read(tmp_path):
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    with (tmp_path / "a.pdf").open("wb") as file:
        writer.write(file)
    sha256 = hashlib.sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()
    assistant = ScriptedAssistant()
    assistant.root = str(tmp_path)
    site = _ready(Site(lambda: assistant))
    read = replace(document("a.pdf", "A", ["text"]), format="pdf", sha256=sha256)

    assert site.picture(read, 1, "text") is not None
    assert site.picture(replace(read, sha256="1" * 64), 1, "text") is None
    assert site.picture(read, 9, "text") is None
    assert site.picture(replace(read, path="gone.pdf"), 1, "text") is None
    assert site.picture(replace(read, format="txt"), 1, "text") is None
