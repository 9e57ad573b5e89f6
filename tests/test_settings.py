"""Settings survive what people and disks do to their file."""

from qmsdesk.settings import Settings, load_settings, save_settings, settings_file, unreadable_file


def test_a_first_start_has_defaults_and_a_name_for_the_computer() -> None:
    settings = load_settings()
    assert (settings.language, settings.mode, settings.text_scale) == ("sv", "system", 100)
    assert len(settings.device) == 16


def test_what_is_saved_is_loaded() -> None:
    settings = Settings("en", "dark", 150, "/tmp/register.qmsdesk", "0123456789abcdef")
    save_settings(settings)
    assert load_settings() == settings


def test_a_broken_file_gives_defaults() -> None:
    for text in ("", "{", "[]", "null", '{"language": "de", "text_scale": "large", "mode": 3, "register": 7}'):
        save_settings(Settings(device="x"))
        settings_file().write_text(text, encoding="utf-8")
        settings = load_settings()
        assert (settings.language, settings.mode, settings.text_scale, settings.register) == ("sv", "system", 100, "")


def test_a_setting_that_does_not_fit_is_at_its_default_and_the_rest_stands() -> None:
    save_settings(Settings("en", device="0123456789abcdef"))
    text = settings_file().read_text(encoding="utf-8").replace("100", "37")
    settings_file().write_text(text, encoding="utf-8")
    settings = load_settings()
    assert (settings.language, settings.text_scale, settings.device) == ("en", 100, "0123456789abcdef")


def test_a_computer_keeps_the_name_it_got_at_its_first_start() -> None:
    assert load_settings().device == load_settings().device


def test_a_file_that_cannot_be_used_is_put_aside_and_not_lost() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"register": "/srv/own.qmsdesk", "lang', encoding="utf-8")

    assert load_settings().device
    assert "/srv/own.qmsdesk" in unreadable_file().read_text(encoding="utf-8")
    assert load_settings() == load_settings()
